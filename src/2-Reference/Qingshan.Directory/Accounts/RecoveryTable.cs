using NodaTime;

namespace Qingshan.Directory.Accounts;

/// <summary>Recoveries in the file.</summary>
internal sealed class RecoveryTable(AccountDatabase database)
{
    private const string Columns = "id, person, asked_by AS askedBy, asked_at AS askedAt, first_half AS firstHalf, granted_by AS grantedBy, granted_at AS grantedAt";

    public RecoveryRow? Find(string id) => database.One<RecoveryRow>($"SELECT {Columns} FROM recovery WHERE id = @id", new { id });

    /// <summary>Those that wait for the second administrator, asked for after a time, the newest first.</summary>
    public IReadOnlyList<RecoveryRow> Waiting(Instant since) => database.Many<RecoveryRow>(
        $"SELECT {Columns} FROM recovery WHERE granted_at = 0 AND asked_at > @since ORDER BY asked_at DESC, id", new { since = since.ToUnixTimeMilliseconds() });

    public RecoveryRow? UnseenOf(string person) => database.One<RecoveryRow>(
        $"SELECT {Columns} FROM recovery WHERE person = @person AND granted_at > 0 AND seen_at = 0 ORDER BY granted_at DESC LIMIT 1", new { person });

    public void See(string person, Instant now) => database.Run(
        "UPDATE recovery SET seen_at = @now WHERE person = @person AND granted_at > 0 AND seen_at = 0", new { person, now = now.ToUnixTimeMilliseconds() });

    public void Ask(RecoveryRow row) => database.Run(
        """
        INSERT INTO recovery (id, person, asked_by, asked_at, first_half, granted_by, granted_at, seen_at)
        VALUES (@Id, @Person, @AskedBy, @AskedAt, @FirstHalf, '', 0, 0)
        """,
        row);

    public static (string Sql, object Parameters) Granting(string id, string by, Instant now) => (
        "UPDATE recovery SET granted_by = @by, granted_at = @now, first_half = '' WHERE id = @id", new { id, by, now = now.ToUnixTimeMilliseconds() });
}

/// <param name="FirstHalf">Hash of the half that the first administrator holds; empty once it was granted.</param>
/// <param name="GrantedAt">0 while it waits.</param>
internal sealed record RecoveryRow(string Id, string Person, string AskedBy, long AskedAt, string FirstHalf, string GrantedBy, long GrantedAt);
