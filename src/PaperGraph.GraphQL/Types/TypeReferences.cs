using PaperGraph.GraphQL.Language;

namespace PaperGraph.GraphQL.Types;

/// <summary>References to types, as they are written, to types.</summary>
internal static class TypeReferences
{
    /// <summary>Null where the named type, <paramref name="name"/>, is not among the types.</summary>
    public static GraphQLType? Resolve(Members<NamedType> types, TypeNode reference, out string name)
    {
        var wrappers = new Stack<TypeNode>();
        while (reference is not NamedTypeNode)
        {
            wrappers.Push(reference);
            reference = reference is ListTypeNode list ? list.Type : ((NonNullTypeNode)reference).Type;
        }
        name = ((NamedTypeNode)reference).Name;
        GraphQLType? type = types.Find(name);
        if (type is null) return null;
        foreach (var wrapper in wrappers) type = wrapper is ListTypeNode ? new ListType(type) : new NonNullType(type);
        return type;
    }
}
