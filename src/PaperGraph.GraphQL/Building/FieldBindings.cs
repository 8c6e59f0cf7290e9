using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Building;

/// <summary>
/// What ties a schema to .NET: resolvers by field, and the .NET types that objects, enums, inputs and scalars stand for. Checked
/// against the schema, all of it at once, when the schema is built.
/// </summary>
public sealed class FieldBindings
{
    internal Dictionary<string, FieldResolver> Resolvers { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Type> ObjectTypes { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Type> EnumTypes { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Type> InputTypes { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, ScalarFormat> ScalarFormats { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, Func<object, string?>> TypeNames { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// The values of an object type are of type <typeparamref name="T"/>. Fields without a resolver of their own are bound to its
    /// properties: <c>publishedOn</c> to <c>PublishedOn</c>. Values of interfaces and unions are told apart by these types.
    /// </summary>
    public FieldBindings Type<T>(string objectType)
    {
        ObjectTypes.Add(objectType, typeof(T));
        return this;
    }

    /// <summary>An enum's values stand for the members of a .NET enum: <c>PROJECT_PAGE</c> for <c>ProjectPage</c>.</summary>
    public FieldBindings Enum<T>(string enumType)
        where T : struct, Enum
    {
        EnumTypes.Add(enumType, typeof(T));
        return this;
    }

    /// <summary>
    /// Values of an input object are made by the one public constructor of <typeparamref name="T"/>, which has a parameter for each
    /// field. A parameter is null where its field is not given and has no default.
    /// </summary>
    public FieldBindings Input<T>(string inputObjectType)
        where T : notnull
    {
        InputTypes.Add(inputObjectType, typeof(T));
        return this;
    }

    /// <summary>How a custom scalar is read and written.</summary>
    public FieldBindings Scalar(string scalarType, ScalarFormat format)
    {
        ScalarFormats.Add(scalarType, format);
        return this;
    }

    /// <summary>Names the object type of a value of an interface or union, where its .NET type does not tell.</summary>
    public FieldBindings Abstract(string interfaceOrUnion, Func<object, string?> objectTypeOf)
    {
        TypeNames.Add(interfaceOrUnion, objectTypeOf);
        return this;
    }

    /// <param name="field">The field as <c>Type.field</c>.</param>
    public FieldBindings Field(string field, FieldResolver resolver)
    {
        Resolvers.Add(field, resolver);
        return this;
    }

    /// <inheritdoc cref="FieldResolver.Value{TParent, TValue}"/>
    public FieldBindings Value<TParent, TValue>(string field, Func<TParent, TValue> get, string? keys = null) =>
        Field(field, FieldResolver.Value(get, keys));

    /// <inheritdoc cref="FieldResolver.Batch"/>
    public FieldBindings Batch(string field, Func<FieldContext, ValueTask<IReadOnlyList<object?>>> resolve) =>
        Field(field, FieldResolver.Batch(resolve));

    /// <inheritdoc cref="FieldResolver.Stream"/>
    public FieldBindings Stream(string field, Func<FieldContext, IAsyncEnumerable<object?>> subscribe) =>
        Field(field, FieldResolver.Stream(subscribe));

    /// <inheritdoc cref="FieldResolver.Data"/>
    public FieldBindings Data(string field, Func<FieldContext, DataRequest> request) => Field(field, FieldResolver.Data(request));
}
