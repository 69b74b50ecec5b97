# Teams of one campaign each under supervisors. See teams.md.

set SUPERVISORS;
set CREWS;                       # campaigns with agents
set MEMBERS, dimen 2;            # (crew, agent)
set LEADS, dimen 2;              # (supervisor, crew) that may be led
set NOVICES, dimen 2, within MEMBERS;

param least {CREWS} integer, >= 1;
param most integer, >= 1;
param even {CREWS} integer, >= 0, default 0;
param work {MEMBERS}, >= 0, default 0;
param shared {MEMBERS, SUPERVISORS}, >= 0, default 0;
param unassigned, >= 0;
param novice, >= 0;

set JOINS := {(k, a) in MEMBERS, s in SUPERVISORS: (s, k) in LEADS};

var y {LEADS}, binary;
var x {JOINS}, >= 0;
var out {MEMBERS}, >= 0;
var above {LEADS}, >= 0;

minimize minutes:
    sum {(k, a, s) in JOINS} (work[k, a] - shared[k, a, s]) * x[k, a, s]
    + sum {(k, a) in MEMBERS} (work[k, a] + unassigned) * out[k, a]
    + sum {(s, k) in LEADS} novice * above[s, k];

s.t. agent {(k, a) in MEMBERS}: sum {(k, a, s) in JOINS} x[k, a, s] + out[k, a] = 1;
s.t. team {(k, a, s) in JOINS}: x[k, a, s] <= y[s, k];
s.t. smallest {(s, k) in LEADS}: sum {(k, a, s) in JOINS} x[k, a, s] >= least[k] * y[s, k];
s.t. largest {(s, k) in LEADS}: sum {(k, a, s) in JOINS} x[k, a, s] <= most * y[s, k];
s.t. balance {(s, k) in LEADS}:
    sum {(k, a) in NOVICES} x[k, a, s] <= even[k] + above[s, k];
s.t. one {s in SUPERVISORS}: sum {(s, k) in LEADS} y[s, k] <= 1;

end;
