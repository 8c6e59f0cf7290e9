using System.Diagnostics.CodeAnalysis;

namespace PaperGraph.Concepts.Text;

/// <summary>
/// A value that its owner makes when it is first asked for, and keeps in itself. Several threads may make it at once: each makes the same.
/// </summary>
internal struct OnDemand<TOwner, TValue>
    where TValue : struct
{
    private TValue value;
    private volatile bool isMade;

    [UnscopedRef]
    public ref readonly TValue GetOrCreate(TOwner owner, Func<TOwner, TValue> make)
    {
        if (isMade) return ref value;
        value = make(owner);
        isMade = true;
        return ref value;
    }
}
