// A form made from what a description says an action takes. Enough for flat bodies; what is nested is typed as JSON.

/** Return a form for an operation. */
export function formOf(operation, description) {
  const form = document.createElement('form');
  const schema = resolved(operation?.requestBody?.content?.['application/json']?.schema || {}, description);
  for (const [name, said] of Object.entries(schema.properties || {})) {
    form.append(labelled(name, resolved(said, description), (schema.required || []).includes(name)));
  }
  const note = Object.assign(document.createElement('div'), { className: 'note bad' });
  note.setAttribute('role', 'alert');
  form.append(Object.assign(document.createElement('button'), { textContent: operation?.summary || '办理' }), note);
  return form;
}

/** Return what was filled in, as the operation takes it; what was left empty is left out. */
export function read(form) {
  const body = {};
  for (const field of form.querySelectorAll('[name]')) {
    if (field.type === 'checkbox') body[field.name] = field.checked;
    else if (field.value.trim()) body[field.name] = READ[field.dataset.kind](field.value);
  }
  return body;
}

/** Show a refusal: its words, and each fault with the field it is about. */
export function showFaults(form, error) {
  const faults = (error.errors || []).map((one) => `${one.pointer.slice(1)}：${one.detail}`);
  form.querySelector('.note').textContent = [error.problem?.detail || error.message, ...faults].join('\n');
}

const READ = {
  text: (value) => value,
  number: Number,
  list: (value) => value.split(/[\n,，、]/).map((one) => one.trim()).filter(Boolean),
  json: (value) => { try { return JSON.parse(value); } catch { return value; } },
};

function labelled(name, schema, required) {
  const label = Object.assign(document.createElement('label'), { textContent: `${(schema.description || name).split(' · ')[0]} ` });
  const field = fieldOf(schema);
  Object.assign(field, { name, required: required && field.type !== 'checkbox' });
  label.append(Object.assign(document.createElement('small'), { textContent: required ? name : `${name}，可不填` }));
  label.append(field);
  return label;
}

function fieldOf(schema) {
  const made = (tag, kind, more = {}) => {
    const one = Object.assign(document.createElement(tag), more);
    one.dataset.kind = kind;
    return one;
  };
  if (schema.enum) {
    const select = made('select', 'text');
    ['', ...schema.enum].forEach((code) => select.add(new Option(code || '—', code)));
    return select;
  }
  if (schema.type === 'boolean') return made('input', 'text', { type: 'checkbox' });
  if (schema.type === 'integer' || schema.type === 'number') return made('input', 'number', { type: 'number' });
  if (schema.format === 'date') return made('input', 'text', { type: 'date' });
  if (schema.type === 'array') return made('input', schema.items?.type === 'string' ? 'list' : 'json', { placeholder: '多项以逗号分隔' });
  if (schema.type === 'object') return made('textarea', 'json');
  return made(schema.maxLength > 200 && !schema.pattern ? 'textarea' : 'input', 'text');
}

/** Follow references, and of `X or null` take X. */
function resolved(schema, description) {
  if (schema.$ref) return resolved(description.components.schemas[schema.$ref.split('/').pop()], description);
  const branch = (schema.anyOf || []).find((one) => one.type !== 'null');
  return branch ? { ...resolved(branch, description), ...(schema.description ? { description: schema.description } : {}) } : schema;
}
