/** Words of what a machine burned. */
const arcs = {
  title: 'Arcs',
  none: 'No arcs',
  burning: 'burning',
  ended: 'to {at}',
  between: 'time not known: between {from} and {to}',
  samplesGone: 'older than samples are kept; this record alone remains',
  lost: 'not heard of afterwards; ended by rule where it was last seen',
  peak: 'peak {a} A',
  verdict: {
    'on-platform': 'on the platform',
    'off-platform': 'off the platform',
    'unregistered-machine': 'machine not registered',
    certified: 'certified',
    uncertified: 'not certified',
    permitted: 'with a permit',
    'no-permit': 'no permit',
    'permit-overrun': 'permit overrun',
    'not-judged': 'not judged',
  },
};

export default arcs;
