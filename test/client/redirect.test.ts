import { expect } from '@open-wc/testing';
import { fillTemplate, safeUrl, withoutReason } from '../../src/client/redirect.js';

const own = 'https://app.example';
const goes = (target: string, base = `${own}/a/b`) => safeUrl(target, ['https://ok.example'], base, own)?.href;

describe('safeUrl', () => {
  it('goes to the own origin and to allowed ones', () => {
    expect(goes('/c')).to.equal('https://app.example/c');
    expect(goes('c?d#e')).to.equal('https://app.example/a/c?d#e');
    expect(goes('https://ok.example/x')).to.equal('https://ok.example/x');
  });

  const refused = [
    '//evil.example',
    'https:\\\\evil.example',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'http://app.example/',
    'http://[',
  ];
  for (const target of refused)
    it(`refuses ${JSON.stringify(target)}`, () => {
      expect(goes(target)).to.equal(undefined);
    });

  it('is not led astray by a <base> of another origin', () => {
    expect(goes('/bye', 'https://cdn.example/')).to.equal(undefined);
  });
});

describe('fillTemplate', () => {
  it('keeps each value one segment of a path', () => {
    expect(fillTemplate('/o/{slug}/{id}/{other}', { slug: 'a/b?c', id: 'é' })).to.equal('/o/a%2Fb%3Fc/%C3%A9/{other}');
    const climbed = goes(fillTemplate('/app/{slug}/x', { slug: '..' }));
    expect(climbed).to.match(/^https:\/\/app\.example\/app\/[^/]+\/x$/);
  });
});

describe('withoutReason', () => {
  const addresses = [
    ['https://app.example/login?reason=user', 'https://app.example/login'],
    ['https://app.example/login?a=1&reason=idle&b=%20c#top', 'https://app.example/login?a=1&b=%20c'],
    ['https://app.example/login?unreason=1', 'https://app.example/login?unreason=1'],
    ['https://app.example/login', 'https://app.example/login'],
  ] as const;
  for (const [address, without] of addresses)
    it(`makes ${without} of ${address}`, () => {
      expect(withoutReason(address)).to.equal(without);
    });
});
