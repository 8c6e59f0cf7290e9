using System.Globalization;

namespace PaperGraph.GraphQL.Coercion;

/// <summary>The place of a value inside an input value: <c>where.concepts.any[2]</c>.</summary>
internal sealed record InputPath(InputPath? Parent, string? Name, int Index)
{
    public static InputPath? Field(InputPath? parent, string name) => new(parent, name, 0);

    public static InputPath? Item(InputPath? parent, int index) => new(parent, null, index);

    public override string ToString()
    {
        var steps = new Stack<string>();
        for (var step = this; step is not null; step = step.Parent)
        {
            steps.Push(step.Name is null
                ? $"[{step.Index.ToString(CultureInfo.InvariantCulture)}]"
                : step.Parent is null ? step.Name : $".{step.Name}");
        }
        return string.Concat(steps);
    }
}
