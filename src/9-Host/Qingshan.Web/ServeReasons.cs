using Qingshan.Record.Reasons;

namespace Qingshan.Web;

/// <summary>Why the server does not start.</summary>
public static class ServeReasons
{
    public static readonly Reason BadAddress = new(
        "serve.bad-address", ReasonKind.Invalid,
        "监听地址无效：{url}。应为 http://127.0.0.1:8080 或 https://主机:端口。",
        "Not an address to listen on: {url}. Expected http://127.0.0.1:8080 or https://HOST:PORT.");

    public static readonly Reason PlainHttp = new(
        "serve.plain-http", ReasonKind.Invalid,
        "非本机地址不得使用明文 HTTP：{url}。请改用 https 并提供 --tls-cert 与 --tls-key（./dev cert 可签发站点证书）。",
        "Plain HTTP is refused on an address other than loopback: {url}. Use https with --tls-cert and --tls-key (./dev cert issues a certificate for the site).");

    public static readonly Reason BadListener = new(
        "serve.bad-listener", ReasonKind.Invalid,
        "{option} 的监听地址无效：{value}。应为 IP:端口，例如 127.0.0.1:9212。",
        "Not an address to listen on for {option}: {value}. Expected IP:PORT, such as 127.0.0.1:9212.");

    public static readonly Reason BadReceiver = new(
        "serve.bad-receiver", ReasonKind.Invalid,
        "--ais-receivers 中不是 IP 地址：{value}。",
        "Not an IP address in --ais-receivers: {value}.");

    public static readonly Reason NotBuilt = new(
        "serve.not-built", ReasonKind.Invalid,
        "本版本尚未实现 {option}，为免误以为已在接收，服务不启动。",
        "This version does not have {option} yet; the server does not start, so that nobody believes it listens.");

    public static readonly Reason DemoNotLoopback = new(
        "serve.demo-not-loopback", ReasonKind.Invalid,
        "示范站点只能在本机地址上运行：{url}。",
        "The demo runs on loopback only: {url}.");

    public static readonly Reason CertificateMissing = new(
        "serve.certificate-missing", ReasonKind.Invalid,
        "https 地址需要证书与私钥文件：--tls-cert、--tls-key。",
        "An https address needs certificate and key files: --tls-cert, --tls-key.");

    public static readonly Reason CertificateUnreadable = new(
        "serve.certificate-unreadable", ReasonKind.Invalid,
        "证书文件无法读取，或不是 PEM 格式：{file}。",
        "The certificate cannot be read, or is not PEM: {file}.");

    public static readonly Reason KeyUnreadable = new(
        "serve.key-unreadable", ReasonKind.Invalid,
        "私钥文件无法读取，或不是未加密的 PEM 私钥（RSA 或 EC）：{file}。",
        "The private key cannot be read, or is no PEM key (RSA or EC) without a password: {file}.");

    public static readonly Reason KeyMismatch = new(
        "serve.key-mismatch", ReasonKind.Invalid,
        "私钥 {key} 与证书 {cert} 不匹配。证书文件中服务器证书应排在最前。",
        "The key {key} does not belong to the certificate {cert}. The server's own certificate stands first in its file.");

    public static readonly Reason CertificateExpired = new(
        "serve.certificate-expired", ReasonKind.Invalid,
        "证书 {file} 已于 {until} 过期，请换发（./dev cert 可签发站点证书）。",
        "The certificate {file} expired at {until}. Renew it (./dev cert issues one for the site).");

    public static readonly Reason CertificateEarly = new(
        "serve.certificate-early", ReasonKind.Invalid,
        "证书 {file} 自 {from} 起才有效，请核对服务器时间。",
        "The certificate {file} is valid from {from} only. Check the machine's clock.");

    public static readonly Reason CertificateOtherUse = new(
        "serve.certificate-other-use", ReasonKind.Invalid,
        "证书 {file} 不能用于服务器身份验证。",
        "The certificate {file} was not issued for servers.");

    public static readonly Reason CertificateUnused = new(
        "serve.certificate-unused", ReasonKind.Invalid,
        "给出了 --tls-cert 或 --tls-key，但没有 https 地址，通信不会加密。请在 --urls 中使用 https，或去掉这两项。",
        "--tls-cert or --tls-key is given, but no address is https, so nothing would be encrypted. Use https in --urls, or leave both out.");

    public static readonly Reason BadFlag = new(
        "serve.bad-flag", ReasonKind.Invalid,
        "{setting} 应为 1、true、0、false 或空：{value}。",
        "{setting} must be 1, true, 0, false or empty: {value}.");

    public static readonly Reason RealAccounts = new(
        "serve.real-accounts", ReasonKind.Forbidden,
        "数据目录 {data} 中有正式账户，不能作为示范站点使用。",
        "The data folder {data} holds real accounts and cannot be used as a demo.");

    public static readonly Reason InUse = new(
        "serve.in-use", ReasonKind.Unavailable,
        "数据目录 {data} 正在使用，请先停止服务。",
        "The data folder {data} is in use; stop the server first.");

    public static readonly Reason DemoFolder = new(
        "serve.demo-folder", ReasonKind.Forbidden,
        "数据目录 {data} 是示范站点，不能建立正式账户。",
        "The data folder {data} holds the demo; no real account is made there.");
}
