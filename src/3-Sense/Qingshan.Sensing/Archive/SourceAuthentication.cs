namespace Qingshan.Sensing.Archive;

/// <summary>
/// How the source of a stretch was authenticated, judged once at receipt against the registry of that moment and archived with the bytes,
/// so that a replay years later finds the same. Stored as its number: never renumber.
/// </summary>
public enum SourceAuthentication : byte
{
    /// <summary>Not a valid frame: there was nothing to judge.</summary>
    NotJudged = 0,

    /// <summary>Registered MN, matching password, and the address the station is bound to.</summary>
    PasswordAndAddress = 1,

    /// <summary>Registered MN and matching password; the station is bound to no address.</summary>
    Password = 2,

    /// <summary>A receiver that is known by its address passed it on; who sent it by radio, nothing proves.</summary>
    Receiver = 3,

    /// <summary>The frame names no MN.</summary>
    MissingStation = 16,

    /// <summary>The MN is not registered.</summary>
    UnknownStation = 17,

    /// <summary>The MN is registered, the password does not match.</summary>
    WrongPassword = 18,

    /// <summary>MN and password match, the connection comes from another address than the one bound.</summary>
    WrongAddress = 19,

    /// <summary>Passed on from an address that is no known receiver's.</summary>
    UnknownReceiver = 20,
}
