// Assignments
