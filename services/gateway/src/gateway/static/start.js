// Starts the reference with the configuration the page carries as data; nothing here names another host.
Scalar.createApiReference('#reference', JSON.parse(document.getElementById('configuration').textContent));
