// Solves small assignment tasks with HiGHS as mixed-integer programs, goal after goal: the independent answer that the solver is compared with.
// In: a JSON list of tasks, as ./awards assign reads them, on stdin. Out: a list of { feasible, loadSquares, pairs, mix, affinity } in goal order.
import loadHighs from 'highs';

const highs = await loadHighs();

function teams(people, size, from = 0) {
  if (size === 0) return [[]];
  return people.slice(from).flatMap((person, at) => teams(people, size - 1, from + at + 1).map(rest => [person, ...rest]));
}

// The format of the file wants every name once.
const merged = terms => [...terms.reduce((all, [factor, name]) => all.set(name, (all.get(name) ?? 0) + factor), new Map())].map(([name, factor]) => [factor, name]);
const sum = terms => (terms.length ? terms.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join(' ') : '0 zero');

function model(task) {
  const { perEntry = 2, pairCap = null, reviewers, entries, conflicts = [], affinity = [], locked = [], require = [], distinctDepartments = false } = task;
  const rows = [], binaries = [], integers = [], load = {}, meet = {}, mixed = {}, wish = [];
  const barred = new Set(conflicts.map(each => each.join('\u0000')));
  const fit = new Map(affinity.map(([reviewer, entry, value]) => [`${reviewer}\u0000${entry}`, value]));
  for (const [at, entry] of entries.entries()) {
    const held = locked.filter(each => each[1] === entry.id).map(each => each[0]);
    const possible = teams(reviewers.map((_, each) => each), perEntry).filter(team => team.every(each => !barred.has(`${reviewers[each].id}\u0000${entry.id}`))
      && held.every(id => team.some(each => reviewers[each].id === id))
      && require.every(name => team.some(each => reviewers[each].discipline === name))
      && (!distinctDepartments || new Set(team.map(each => reviewers[each].department ?? each)).size === team.length));
    if (possible.length === 0) return null;
    const names = possible.map((team, number) => {
      const name = `t${at}_${number}`;
      binaries.push(name);
      for (const each of team) {
        (load[each] ??= []).push([1, name]);
        (mixed[`${each}_${entry.group ?? ''}`] ??= []).push([1, name]);
        const value = fit.get(`${reviewers[each].id}\u0000${entry.id}`) ?? 0;
        if (value !== 0) wish.push([value, name]);
      }
      for (const [one, two] of teams(team, 2)) (meet[`${one}_${two}`] ??= []).push([1, name]);
      return [1, name];
    });
    rows.push(`${sum(names)} = 1`);
  }
  // A square as a sum of steps 1, 3, 5 …: the least cost fills them from the bottom.
  const squares = (prefix, terms, most, cost) => {
    const steps = Array.from({ length: most }, (_, step) => [1, `${prefix}_${step}`]);
    rows.push(`${sum([...terms, ...steps.map(([, name]) => [-1, name])])} = 0`);
    for (const [step, [, name]] of steps.entries()) { rows.push(`${name} <= 1`); cost.push([2 * step + 1, name]); }
  };
  const [loads, pairs, mix] = [[], [], []];
  for (const [at, reviewer] of reviewers.entries()) {
    const terms = load[at] ?? [];
    rows.push(`${sum(terms)} >= ${reviewer.min ?? 0}`, `${sum(terms)} <= ${reviewer.max ?? entries.length}`);
    squares(`l${at}`, terms, entries.length, loads);
    for (const group of new Set(entries.map(entry => entry.group ?? ''))) {
      const size = entries.filter(entry => (entry.group ?? '') === group).length;
      const own = new Map((mixed[`${at}_${group}`] ?? []).map(([, name]) => [name, entries.length]));
      for (const [, name] of terms) own.set(name, (own.get(name) ?? 0) - size);
      const off = [...own].map(([name, factor]) => [factor, name]).filter(([factor]) => factor !== 0);
      const square = `m${at}_${[...new Set(entries.map(entry => entry.group ?? ''))].indexOf(group)}`;
      // Tangents at every whole number: exact where the difference is one.
      const reach = entries.length * entries.length;
      for (let m = -reach; m < reach; m += 1) if (Math.abs(m) < 80) rows.push(`${square} ${sum(off.map(([factor, name]) => [-(2 * m + 1) * factor, name]).filter(([factor]) => factor !== 0))} >= ${-m * (m + 1)}`);
      mix.push([1, square]);
    }
  }
  for (const [pair, terms] of Object.entries(meet)) {
    if (pairCap !== null) rows.push(`${sum(terms)} <= ${pairCap}`);
    squares(`p${pair}`, terms, entries.length, pairs);
  }
  return { rows, binaries, integers, costs: { balance: loads, pairs, mix, affinity: merged(wish.map(([value, name]) => [-value, name])) } };
}

function solve(task) {
  const made = model(task);
  if (made === null) return { feasible: false };
  const found = { feasible: true }, fixed = [];
  for (const goal of task.goals) {
    const cost = made.costs[goal];
    const text = `Minimize\n obj: ${sum(cost)}\nSubject To\n ${[...made.rows, ...fixed].join('\n ')}\n zero = 0\nBinaries\n ${made.binaries.join(' ')}\nEnd`;
    const answer = highs.solve(text, { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 });
    if (answer.Status === 'Infeasible') return { feasible: false };
    if (answer.Status !== 'Optimal') throw new Error(answer.Status);
    found[goal] = answer.ObjectiveValue;
    if (cost.length) fixed.push(`${sum(cost)} <= ${answer.ObjectiveValue + 1e-4}`);
  }
  return found;
}

let input = '';
for await (const part of process.stdin) input += part;
process.stdout.write(JSON.stringify(JSON.parse(input).map(solve)));
