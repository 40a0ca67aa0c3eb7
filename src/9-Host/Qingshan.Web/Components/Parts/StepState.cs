namespace Qingshan.Web.Components.Parts;

/// <summary>How a step of a procedure stands.</summary>
public enum StepState
{
    /// <summary>Not its turn yet.</summary>
    Later,

    /// <summary>It is its turn.</summary>
    Now,

    Done,

    /// <summary>Something is missing before it can go on.</summary>
    Missing,

    Overdue,
}
