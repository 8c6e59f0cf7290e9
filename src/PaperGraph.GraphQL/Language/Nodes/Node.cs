namespace PaperGraph.GraphQL.Language;

/// <summary>
/// A part of a document. Nodes never change, and are equal only to themselves: the same text twice is two nodes.
/// </summary>
public abstract record Node(Location Location)
{
    public abstract NodeKind Kind { get; }

    public virtual bool Equals(Node? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => HashCode.Combine(Location.Start, Location.End);

    /// <summary>The node as <see cref="Printer"/> writes it.</summary>
    public sealed override string ToString() => Printer.Print(this);
}

/// <summary>A name and where it stands.</summary>
public readonly record struct Name(string Value, Location Location)
{
    public override string ToString() => Value;

    public static implicit operator string(Name name) => name.Value;
}
