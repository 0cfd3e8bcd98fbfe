META
key;value
description;Budget de quartier
num_projects;3
num_votes;3
budget;100.5
vote_type;approval
date_begin;14.06.2017
date_end;30.06.2017
min_length;1
max_length;2
max_sum_cost;100
language;french
PROJECTS
project_id;cost;name;category;target
a;50;Un banc;public space,sport;enfants
b;60.25;Un arbre;;
10;7;Une mare;nature;
VOTES
voter_id;age;vote
v1;46;a,10
v2;;b
v3;20;
