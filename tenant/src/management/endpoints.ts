// Every endpoint of the Management API, to be loaded together when the first of them is asked.

export { getClient, listClients } from './clients/clients.ts';
export { getConnection, listConnections } from './connections/connections.ts';
export { createUser } from './users/create-user.ts';
export { deleteUser } from './users/delete-user.ts';
export { enrollments } from './users/enrollments.ts';
export { getUser } from './users/get-user.ts';
export { linkIdentity } from './identities/link-identity.ts';
export { listUsers } from './users/list-users.ts';
export { getLog, listLogs, userLogs } from './logs/logs.ts';
export { unlinkIdentity } from './identities/unlink-identity.ts';
export { updateUser } from './users/update-user.ts';
export { userOrganizations } from './users/user-organizations.ts';
export { userRoles } from './users/user-roles.ts';
export { usersByEmail } from './users/users-by-email.ts';
