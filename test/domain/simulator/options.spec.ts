import { HELP, readOptions } from '../../../src/simulator/options';

describe('the command line of the simulator', () => {
  it('has the platform’s own defaults', () => {
    expect(readOptions([])).toEqual({
      ...{
        help: false,
        url: 'http://127.0.0.1:3000',
        mqttUrl: 'mqtt://127.0.0.1:1883',
        chips: null,
        scenario: 'mixed',
        seed: 1,
      },
      ...{ chipsFile: null, flashFile: null, adminUsername: 'admin', adminPassword: null, saveTo: null },
    });
  });

  it('keeps what chips remember beside their file', () => {
    expect(readOptions(['--chips-file', 'a.json']).flashFile).toBe('a.json.flash');
    expect(readOptions(['--chips-file', 'a.json', '--flash', 'b']).flashFile).toBe('b');
  });

  it.each([
    [['--chips', '0'], '--chips must be a whole number from 1 on'],
    [['--seed', 'x'], '--seed must be a whole number'],
    [['--scenario', 'storm'], '--scenario must be one of mixed'],
    [['--url', 'localhost:3000'], '--url must begin with http://'],
    [['--mqtt', 'http://x'], '--mqtt must begin with mqtt://'],
    [['--speed', '2'], '--speed'],
  ])('says what is wrong with %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });

  it('explains every option', () => {
    for (const name of [
      'url',
      'mqtt',
      'scenario',
      'chips',
      'seed',
      'chips-file',
      'admin-password',
      'admin-username',
      'save',
      'flash',
    ])
      expect(HELP).toContain(`--${name}`);
  });
});
