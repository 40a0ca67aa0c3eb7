namespace Qingshan.Web;

/// <summary>The one place where record, directory, registry, listeners and modules are put together. Each module brings its own <c>AddX</c>.</summary>
public static class Composition
{
    /// <summary>
    /// Registers what the host needs: <c>IRecord</c>, <c>IDirectory</c>, <c>IAccounts</c>, <c>IAccess</c>, <c>IAccessJournal</c>, <c>CommandDesk</c>,
    /// and each module's commands (<c>CommandDefinition</c>) and queries. <c>TimeProvider</c> and <c>Ids</c> are there already.
    /// </summary>
    public static void Add(WebApplicationBuilder builder, ServeOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
    }
}
