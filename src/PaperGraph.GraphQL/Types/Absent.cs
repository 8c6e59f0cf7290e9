namespace PaperGraph.GraphQL.Types;

/// <summary>Marks an input that was not given, which is not the same as null.</summary>
internal sealed class Absent
{
    public static readonly Absent Value = new();

    private Absent()
    {
    }
}
