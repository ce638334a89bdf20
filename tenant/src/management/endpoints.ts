// What the Management API has of people and its log, to be loaded together when the first of it is asked.
export { createUser } from './users/create-user.ts';
export { deleteUser } from './users/delete-user.ts';
export { enrollments, getUser, userOrganizations, userRoles } from './users/read-user.ts';
export { linkIdentity } from './identities/link-identity.ts';
export { listUsers, usersByEmail } from './users/list-users.ts';
export { getLog, listLogs, userLogs } from './logs.ts';
export { unlinkIdentity } from './identities/unlink-identity.ts';
export { updateUser } from './users/update-user.ts';
