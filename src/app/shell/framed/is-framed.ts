/** Whether another page shows this one in a frame, where nobody can sign in: a browser keeps cookies and storage from it. */
export const isFramed = (): boolean => window.top !== window.self;
