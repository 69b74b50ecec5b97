# Which campaign each agent works for in each week. See staffing.md.

param weeks integer, >= 0;
set KINDS;
set CAMPAIGNS;
set CHOICES, dimen 3;                 # (kind, campaign, week)
set LEARNS, dimen 3, within CHOICES;  # choices that call for a course

param agents {KINDS} integer, >= 0;
param hours {CHOICES}, >= 0, default 0;
param away {CHOICES}, >= 0, default 0;
param course {KINDS, CAMPAIGNS}, >= 0, default 0;
param calls {CAMPAIGNS, 1..weeks}, >= 0, default 0;
param work {CAMPAIGNS, 1..weeks}, >= 0, default 0;
param cushion {CAMPAIGNS, 1..weeks}, >= 0, default 0;
param missing_hour, >= 0;
param undone_hour, >= 0;
param cushion_hour, >= 0;
param move, >= 0;

set POSTED := setof {(i, k, w) in CHOICES} (i, w);
set STAYS := {(i, k, w) in CHOICES: w > 1 and (i, k, w - 1) in CHOICES};

var n {CHOICES}, integer, >= 0;
var leave {STAYS}, >= 0;
var trained {KINDS, CAMPAIGNS}, >= 0;
var missing {k in CAMPAIGNS, w in 1..weeks}, >= 0, <= calls[k, w];
var undone {k in CAMPAIGNS, w in 1..weeks}, >= 0, <= work[k, w];
var thin {k in CAMPAIGNS, w in 1..weeks}, >= 0, <= cushion[k, w];

minimize cost:
    sum {(i, k, w) in CHOICES} away[i, k, w] * n[i, k, w]
    + sum {(i, k, w) in STAYS} move * leave[i, k, w]
    + sum {i in KINDS, k in CAMPAIGNS} course[i, k] * trained[i, k]
    + sum {k in CAMPAIGNS, w in 1..weeks} (missing_hour * missing[k, w]
        + undone_hour * undone[k, w] + cushion_hour * thin[k, w]);

s.t. post {(i, w) in POSTED}: sum {(i, k, w) in CHOICES} n[i, k, w] = agents[i];

s.t. cover {k in CAMPAIGNS, w in 1..weeks}:
    sum {(i, k, w) in CHOICES} hours[i, k, w] * n[i, k, w]
    + missing[k, w] + undone[k, w] + thin[k, w] >= calls[k, w] + work[k, w] + cushion[k, w];

s.t. stay {(i, k, w) in STAYS}: leave[i, k, w] >= n[i, k, w - 1] - n[i, k, w];

s.t. learn {(i, k, w) in LEARNS}: trained[i, k] >= n[i, k, w];

end;
