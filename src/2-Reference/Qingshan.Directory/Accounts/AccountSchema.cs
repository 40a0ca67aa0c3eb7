using Dapper;
using Microsoft.Data.Sqlite;

namespace Qingshan.Directory.Accounts;

/// <summary>The tables of <c>accounts.db</c>, step by step; the file remembers how many steps it has taken (<c>user_version</c>). A step that was released never changes.</summary>
internal static class AccountSchema
{
    private static readonly string[] Steps =
    [
        // Files made before steps were counted hold these tables already.
        """
        CREATE TABLE IF NOT EXISTS account (
            user TEXT PRIMARY KEY, person TEXT NOT NULL, post TEXT NOT NULL, password_hash TEXT NOT NULL, demo INTEGER NOT NULL, made_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS session (
            token_hash TEXT PRIMARY KEY, person TEXT NOT NULL, post TEXT NOT NULL, purpose TEXT NOT NULL, started_at INTEGER NOT NULL, seen_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS failure (
            who TEXT PRIMARY KEY, count INTEGER NOT NULL, last_at INTEGER NOT NULL, locked_until INTEGER NOT NULL) WITHOUT ROWID;
        """,
        """
        ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT '';
        ALTER TABLE session ADD COLUMN device TEXT NOT NULL DEFAULT '';
        CREATE INDEX session_person ON session (person);
        CREATE TABLE totp (
            person TEXT PRIMARY KEY, key_id TEXT NOT NULL, nonce TEXT NOT NULL, ciphertext TEXT NOT NULL, confirmed_at INTEGER NOT NULL, last_step INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE backup_code (hash TEXT PRIMARY KEY, person TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE passkey (
            id TEXT PRIMARY KEY, person TEXT NOT NULL, name TEXT NOT NULL, public_key BLOB NOT NULL, sign_count INTEGER NOT NULL, transports TEXT NOT NULL,
            backup_eligible INTEGER NOT NULL, backed_up INTEGER NOT NULL, made_at INTEGER NOT NULL, used_at INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE used_challenge (hash TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE one_time_code (person TEXT PRIMARY KEY, hash TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE recovery (
            id TEXT PRIMARY KEY, person TEXT NOT NULL, asked_by TEXT NOT NULL, asked_at INTEGER NOT NULL, first_half TEXT NOT NULL,
            granted_by TEXT NOT NULL, granted_at INTEGER NOT NULL, seen_at INTEGER NOT NULL) WITHOUT ROWID;
        """,
    ];

    public static void Bring(SqliteConnection connection)
    {
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");
        using var transaction = connection.BeginTransaction();
        var taken = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction);
        for (var step = taken; step < Steps.Length; step++)
            connection.Execute($"{Steps[step]}; PRAGMA user_version = {step + 1};", transaction: transaction);
        transaction.Commit();
    }
}
