using NodaTime;

namespace Qingshan.Directory.Accounts;

/// <summary>Passkeys in the file.</summary>
internal sealed class PasskeyTable(AccountDatabase database)
{
    private const string Columns =
        "id, person, name, public_key AS publicKey, sign_count AS signCount, transports, backup_eligible AS backupEligible, backed_up AS backedUp, made_at AS madeAt, used_at AS usedAt";

    public IReadOnlyList<Passkey> Of(string person) =>
        [.. database.Many<Row>($"SELECT {Columns} FROM passkey WHERE person = @person ORDER BY made_at, id", new { person }).Select(Read)];

    public Passkey? Find(string id) => database.One<Row>($"SELECT {Columns} FROM passkey WHERE id = @id", new { id }) is { } row ? Read(row) : null;

    public bool Add(Passkey passkey) => database.Run(
        """
        INSERT INTO passkey (id, person, name, public_key, sign_count, transports, backup_eligible, backed_up, made_at, used_at)
        VALUES (@Id, @Person, @Name, @PublicKey, @SignCount, @Transports, @BackupEligible, @BackedUp, @MadeAt, @UsedAt) ON CONFLICT DO NOTHING
        """,
        new
        {
            passkey.Id,
            passkey.Person,
            passkey.Name,
            passkey.PublicKey,
            SignCount = (long)passkey.SignCount,
            passkey.Transports,
            passkey.BackupEligible,
            passkey.BackedUp,
            MadeAt = passkey.MadeAt.ToUnixTimeMilliseconds(),
            UsedAt = passkey.UsedAt.ToUnixTimeMilliseconds(),
        }) == 1;

    public void Use(Passkey passkey, Instant now) => database.Run(
        "UPDATE passkey SET sign_count = @count, backed_up = @BackedUp, used_at = @now WHERE id = @Id",
        new { passkey.Id, passkey.BackedUp, count = (long)passkey.SignCount, now = now.ToUnixTimeMilliseconds() });

    public bool Remove(string person, string id) => database.Run("DELETE FROM passkey WHERE person = @person AND id = @id", new { person, id }) == 1;

    private static Passkey Read(Row row) => new(
        row.Id, row.Person, row.Name, row.PublicKey, checked((uint)row.SignCount), row.Transports, row.BackupEligible != 0, row.BackedUp != 0,
        Instant.FromUnixTimeMilliseconds(row.MadeAt), Instant.FromUnixTimeMilliseconds(row.UsedAt));

    private sealed record Row(
        string Id, string Person, string Name, byte[] PublicKey, long SignCount, string Transports, long BackupEligible, long BackedUp, long MadeAt, long UsedAt);
}
