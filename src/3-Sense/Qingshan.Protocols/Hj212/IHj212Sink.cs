namespace Qingshan.Protocols.Hj212;

/// <summary>Receives what <see cref="Hj212Framer"/> cuts from a stream, in input order. Spans are valid only during the call.</summary>
public interface IHj212Sink
{
    void OnFrame(in Hj212Frame frame);

    void OnRejection(in Hj212Rejection rejection);
}
