namespace Qingshan.Sensing.Accounting;

/// <summary>The account of one protocol's listeners; null where none has ever received.</summary>
internal interface IListenerAccount
{
    AccountingReport? Report();
}

/// <summary>All accounts, in the order in which the protocols were added.</summary>
internal sealed class ListenerAccounts(IEnumerable<IListenerAccount> accounts) : IAccounting
{
    public IReadOnlyList<AccountingReport> Report() => [.. accounts.Select(a => a.Report()).OfType<AccountingReport>()];
}
