// Every endpoint of the Management API, to be loaded together when the first of them is asked.

export { getClient, listClients } from './clients.ts';
export { getConnection, listConnections } from './connections.ts';
export { createUser } from './create-user.ts';
export { deleteUser } from './delete-user.ts';
export { enrollments } from './enrollments.ts';
export { getUser } from './get-user.ts';
export { linkIdentity } from './link-identity.ts';
export { listUsers } from './list-users.ts';
export { getLog, listLogs, userLogs } from './logs.ts';
export { unlinkIdentity } from './unlink-identity.ts';
export { updateUser } from './update-user.ts';
export { userOrganizations } from './user-organizations.ts';
export { userRoles } from './user-roles.ts';
export { usersByEmail } from './users-by-email.ts';
