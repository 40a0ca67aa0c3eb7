using System.Net;
using System.Net.Sockets;

namespace Qingshan.Web.Security;

/// <summary>What counts as one source of traffic: an IPv4 address, or the /64 of an IPv6 address, which one desk has to itself.</summary>
internal static class Sources
{
    private const int NetworkBytes = 8;

    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (plain.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(plain))
            return plain.ToString();
        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
