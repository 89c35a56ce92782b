require('worker_threads').parentPort.postMessage('from the worker');
