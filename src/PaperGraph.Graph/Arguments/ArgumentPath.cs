using System.Globalization;

namespace PaperGraph.Graph.Arguments;

/// <summary>Where a value stands in the arguments of a field: <c>where.concepts.any[2]</c>.</summary>
internal sealed class ArgumentPath
{
    private readonly ArgumentPath? parent;
    private readonly string? name;
    private readonly int index;

    public ArgumentPath(string argument) => name = argument;

    private ArgumentPath(ArgumentPath parent, string? name, int index) => (this.parent, this.name, this.index) = (parent, name, index);

    public ArgumentPath Field(string field) => new(this, field, 0);

    public ArgumentPath Item(int item) => new(this, null, item);

    public override string ToString()
    {
        if (name is null) return $"{parent}[{index.ToString(CultureInfo.InvariantCulture)}]";
        return parent is null ? name : $"{parent}.{name}";
    }
}
