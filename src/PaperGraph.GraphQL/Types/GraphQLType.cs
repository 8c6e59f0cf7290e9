namespace PaperGraph.GraphQL.Types;

/// <summary>A type of a schema: a named one, a list of a type, or a non-null type. Writes itself as in the type system language.</summary>
public abstract class GraphQLType
{
    private protected GraphQLType()
    {
    }

    /// <summary>The named type inside all lists and non-nulls; a named type itself.</summary>
    public abstract NamedType Named { get; }

    /// <summary>This type without its outermost non-null.</summary>
    public virtual GraphQLType Nullable => this;

    public bool IsNonNull => this is NonNullType;

    /// <summary>Whether this may be the type of an argument, a variable or an input field.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether this may be the type of a field.</summary>
    public bool IsOutput => Named is not InputObjectType;
}
