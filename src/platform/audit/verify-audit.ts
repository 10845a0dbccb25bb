import { Client } from 'pg';
import { AuditSeal } from './audit-block';
import { AuditChain } from './audit-chain.store';
import { headPlaces, readHeads } from './audit-head';
import { type Say, tell } from './chain-report';
import { verifyChain } from './verify-chain';
import type { Config } from '../config/config';
import { reachDatabase } from '../database/reach-database';
import { valueParsers } from '../database/value-parsers';

/** Recomputes the whole audit trail. Works beside a running platform and without one. True if nothing is wrong. */
export async function verifyAudit(config: Config, say: Say): Promise<boolean> {
  const places = headPlaces(config);
  const heads = readHeads(places); // before the database is looked at: what is sealed meanwhile is no fault
  const database = await reachDatabase(config);
  try {
    const report = await inSnapshot(database.url, (chain) => verifyChain(chain, new AuditSeal(config), heads));
    tell(report, places, say);
    return report.faults.length === 0;
  } finally {
    await database.leave();
  }
}

/** One snapshot for all queries, so that a platform that goes on writing changes nothing below the verifier's hands. */
async function inSnapshot<T>(url: string, work: (chain: AuditChain) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'hanan-audit-verify', types: valueParsers });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await work(
      new AuditChain(
        async <R>(sql: string, params: readonly unknown[]) => (await client.query(sql, [...params])).rows as R[],
      ),
    );
  } finally {
    await client.end();
  }
}
