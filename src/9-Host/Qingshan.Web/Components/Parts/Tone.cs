namespace Qingshan.Web.Components.Parts;

/// <summary>What a colour means. Red is for overdue and tampered, amber for soon, nothing else.</summary>
public enum Tone
{
    Neutral,
    Accent,
    Info,
    Soon,
    Alarm,
}
