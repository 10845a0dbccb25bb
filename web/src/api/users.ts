import { get, post } from './http';
import type { Page, PageQuery } from './page';

export interface User {
  id: string;
  username: string;
  name: string;
  roles: string[];
  phone: string | null;
  regionCode: string | null;
  enterpriseId: string | null;
  welderId: string | null;
  disabled: boolean;
  createdAt: string;
}
export interface RegisterUserRequest {
  username: string;
  password?: string;
  name: string;
  roles: string[];
  phone?: string;
  regionCode?: string;
  enterpriseId?: string;
  welderId?: string;
}
export const listUsers = (query: PageQuery & { role?: string; enterpriseId?: string }): Promise<Page<User>> =>
  get('/users', { ...query });
export const registerUser = (body: RegisterUserRequest): Promise<User> => post('/users', body);
