namespace PaperGraph.GraphQL.Types;

/// <summary>Compares types of one schema.</summary>
public static class TypeComparison
{
    /// <summary>Every value of <paramref name="type"/> is one of <paramref name="of"/>: the covariance of fields' types.</summary>
    public static bool IsSubtype(Schema schema, GraphQLType type, GraphQLType of)
    {
        while (true)
        {
            switch (type, of)
            {
                case (NonNullType left, NonNullType right):
                    (type, of) = (left.Nullable, right.Nullable);
                    break;
                case (NonNullType left, _):
                    type = left.Nullable;
                    break;
                case (ListType left, ListType right):
                    (type, of) = (left.ItemType, right.ItemType);
                    break;
                case (ObjectType left, CompositeType right):
                    return schema.IsPossibleType(right, left);
                case (InterfaceType left, InterfaceType right):
                    return left == right || left.Interfaces.Find(right.Name) == right;
                default:
                    return type == of;
            }
        }
    }

    /// <summary>Whether an object type is possible for both.</summary>
    public static bool Overlap(Schema schema, CompositeType one, CompositeType other)
    {
        if (one == other) return true;
        return schema.PossibleTypes(one).Any(type => schema.IsPossibleType(other, type));
    }
}
