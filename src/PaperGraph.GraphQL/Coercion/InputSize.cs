using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>
/// Counts the values that are made of the input of a request, so that none are made past the limit
/// <see cref="EngineLimits.MaxInputValues"/>. Each leaf, list and object counts as one.
/// </summary>
internal sealed class InputSize(int max, WorkCounter work)
{
    /// <summary>Counts without a limit, for values that no client has sent.</summary>
    public static InputSize Unlimited => new(int.MaxValue, WorkCounter.Endless);

    public int Max => max;

    public int Values { get; private set; }

    /// <summary>Whether the limit is exceeded, so that no further values are made.</summary>
    public bool IsPassed { get; private set; }

    /// <summary>Counts a value, of which as many <paramref name="parts"/> are to follow. False where they are too many.</summary>
    public bool TryAdd(int parts = 0)
    {
        work.Step();
        IsPassed |= parts >= max - Values;
        if (!IsPassed) Values++;
        return !IsPassed;
    }
}
