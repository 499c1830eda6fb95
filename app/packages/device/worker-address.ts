/** Where the site serves the worker of those who keep the course. The name says nothing of it. */
export const workerAddress = '/page.js'
