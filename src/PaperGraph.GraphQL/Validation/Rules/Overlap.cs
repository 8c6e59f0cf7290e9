using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Validation.Rules;

/// <summary>
/// Of which objects a field is asked: the object types along its path, null for a level where any object of an interface or union
/// will do. There is one instance for each path of types, so that the same objects are the same reference.
/// </summary>
internal sealed class Overlap(Overlap? outer, ObjectType? type)
{
    private readonly Overlap? outer = outer;
    private readonly ObjectType? type = type;

    /// <summary>Whether there can be objects that both are asked of. Both are of the same depth.</summary>
    public bool With(Overlap other)
    {
        for (Overlap? one = this, two = other; one != two && one is not null && two is not null; (one, two) = (one.outer, two.outer))
            if (one.type is not null && two.type is not null && one.type != two.type) return false;
        return true;
    }
}
