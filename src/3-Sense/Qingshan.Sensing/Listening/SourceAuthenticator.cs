using System.Net;
using System.Security.Cryptography;
using System.Text;
using Qingshan.Registry.Enterprises;
using Qingshan.Sensing.Archive;

namespace Qingshan.Sensing.Listening;

/// <summary>What a frame says about its sender.</summary>
/// <param name="Password">The bytes of PW as sent.</param>
internal readonly record struct SourceAuthenticationQuery(string Mn, ReadOnlyMemory<byte> Password);

/// <summary>Judges who sends: registered MN, its password, one of the addresses it is bound to.</summary>
internal static class SourceAuthenticator
{
    public static SourceAuthentication Judge(IRegistry registry, IPAddress remote, SourceAuthenticationQuery query)
    {
        if (query.Mn.Length == 0)
            return SourceAuthentication.MissingStation;
        if (registry.FindStation(query.Mn) is not { } station)
            return SourceAuthentication.UnknownStation;
        // A station registered without a password proves nothing by sending none.
        if (station.Password.Length == 0 || !CryptographicOperations.FixedTimeEquals(query.Password.Span, Encoding.UTF8.GetBytes(station.Password)))
            return SourceAuthentication.WrongPassword;
        if (station.Addresses.Count == 0)
            return SourceAuthentication.Password;
        return station.Addresses.Any(address => IPAddress.TryParse(address, out var bound) && Plain(bound).Equals(Plain(remote)))
            ? SourceAuthentication.PasswordAndAddress
            : SourceAuthentication.WrongAddress;
    }

    /// <summary>An IPv4 address that arrived on a dual socket is the same address.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
