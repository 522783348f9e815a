/** The client of the server. A message to a client that has died is dropped. */
export interface Client {
  notify(method: string, params: object): void;
  request(method: string, params?: object): Promise<unknown>;
}
