# Sessions of training classes before a launch. See training.md.

set CLASSES;
set SESSIONS;                    # sessions that a class could have
set TRAINERS;                    # kinds of trainers that are alike
set ROOMS;
set MEMBERS, dimen 2;            # (class, member)
set ABSENT, dimen 2;             # (session, member of its class) who cannot attend
set CELLS;                       # campaign and interval on the line
set AWAY, dimen 2;               # (session, cell)

param class {SESSIONS} in CLASSES;
param trainer {SESSIONS} in TRAINERS;
param room {SESSIONS} in ROOMS;
param begin {SESSIONS};
param finish {j in SESSIONS}, > begin[j];
param wanted {CLASSES} integer, >= 1;
param least {CLASSES} integer, >= 1;
param trainers {TRAINERS} integer, >= 1;
param rooms {ROOMS} integer, >= 1;
param away {AWAY} integer, >= 1;
param spare {CELLS} integer, >= 0, default 0;
param minutes, > 0;
param unplaced, >= 0;

var z {SESSIONS}, binary;
var open {CLASSES}, binary;
var in_class {MEMBERS}, binary;
var loss {CELLS}, >= 0;

minimize lost:
    sum {t in CELLS} minutes * loss[t] + sum {(c, m) in MEMBERS} unplaced * (1 - in_class[c, m]);

s.t. course {c in CLASSES}: sum {j in SESSIONS: class[j] = c} z[j] = wanted[c] * open[c];
s.t. attends {(c, m) in MEMBERS}:
    sum {j in SESSIONS: class[j] = c and (j, m) in ABSENT} z[j] <= wanted[c] * (1 - in_class[c, m]);
s.t. opened {(c, m) in MEMBERS}: in_class[c, m] <= open[c];
s.t. enough {c in CLASSES}: sum {(c, m) in MEMBERS} in_class[c, m] >= least[c] * open[c];

# Sessions that share a moment all run at the latest of their starts.
s.t. once {c in CLASSES, i in SESSIONS: class[i] = c}:
    sum {j in SESSIONS: class[j] = c and begin[j] <= begin[i] and begin[i] < finish[j]} z[j] <= 1;
s.t. taught {r in TRAINERS, i in SESSIONS: trainer[i] = r}:
    sum {j in SESSIONS: trainer[j] = r and begin[j] <= begin[i] and begin[i] < finish[j]} z[j]
    <= trainers[r];
s.t. housed {r in ROOMS, i in SESSIONS: room[i] = r}:
    sum {j in SESSIONS: room[j] = r and begin[j] <= begin[i] and begin[i] < finish[j]} z[j] <= rooms[r];

s.t. short {t in CELLS}: loss[t] >= sum {(j, t) in AWAY} away[j, t] * z[j] - spare[t];

end;
