using System.Reflection;
using PaperGraph.GraphQL.Execution;
using PaperGraph.GraphQL.Introspection;
using PaperGraph.GraphQL.Types;

namespace PaperGraph.GraphQL.Building;

/// <summary>Gives every field of every object type its resolver: the one bound by name, else a property of its .NET type.</summary>
internal sealed class ResolverBinding
{
    private readonly Schema schema;
    private readonly FieldBindings bindings;
    private readonly List<string> problems;

    private ResolverBinding(Schema schema, FieldBindings bindings, List<string> problems)
    {
        this.schema = schema;
        this.bindings = bindings;
        this.problems = problems;
    }

    public static void Bind(Schema schema, FieldBindings bindings, List<string> problems)
    {
        var binding = new ResolverBinding(schema, bindings, problems);
        var introspection = new ResolverBinding(schema, IntrospectionBindings.Create(schema), problems);
        introspection.BindFields(schema.Types.OfType<ObjectType>().Where(type => type.IsBuiltIn));
        binding.BindFields(schema.Types.OfType<ObjectType>().Where(type => !type.IsBuiltIn));
        binding.ReportLeftOver();
        binding.BindAbstractTypes();
        schema.MetaFields.Bind(schema);
    }

    private void BindFields(IEnumerable<ObjectType> types)
    {
        foreach (var type in types)
        {
            var clrType = FindClrType(type);
            foreach (var field in type.Fields)
            {
                var name = $"{type}.{field.Name}";
                field.Resolver = bindings.Resolvers.GetValueOrDefault(name) ?? PropertyResolver(clrType, field);
                if (field.Resolver is null) problems.Add(NoResolver(name, field, clrType));
                if (field.Resolver is not null && field.Resolver is StreamResolver != (type == schema.SubscriptionType))
                    problems.Add($"{name}: a stream is for the fields of the subscription root, and these take nothing else.");
                if (field.Resolver is ValueResolver value) Check(value, field, name, type, clrType);
            }
        }
    }

    private Type? FindClrType(ObjectType type) => bindings.ObjectTypes.GetValueOrDefault(type.Name);

    private static FieldResolver? PropertyResolver(Type? clrType, Field field)
    {
        if (clrType is null || field.Arguments.Count > 0 || Property(clrType, field.Name) is not { } property) return null;
        var getter = clrType.IsValueType ? nameof(GetterOfStruct) : nameof(GetterOfClass);
        var get = typeof(ResolverBinding).GetMethod(getter, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(clrType, property.PropertyType)
            .Invoke(null, [property.GetMethod!]);
        return (FieldResolver)Activator.CreateInstance(
            typeof(ValueResolver<,>).MakeGenericType(clrType, property.PropertyType), get, null)!;
    }

    private static Func<TParent, TValue> GetterOfClass<TParent, TValue>(MethodInfo get) where TParent : class =>
        get.CreateDelegate<Func<TParent, TValue>>();

    /// <summary>Methods of structs take what they are called on by reference.</summary>
    private static Func<TParent, TValue> GetterOfStruct<TParent, TValue>(MethodInfo get) where TParent : struct
    {
        var byReference = get.CreateDelegate<GetByReference<TParent, TValue>>();
        return parent => byReference(ref parent);
    }

    private static PropertyInfo? Property(Type clrType, string fieldName)
    {
        var name = char.ToUpperInvariant(fieldName[0]) + fieldName[1..];
        var property = clrType.GetProperty(name, BindingFlags.Public | BindingFlags.Instance);
        return property?.GetMethod is { IsPublic: true } ? property : null;
    }

    private static string NoResolver(string name, Field field, Type? clrType)
    {
        if (clrType is null) return $"{name} has no resolver: bind one, or bind its type to a .NET type with a property of that name.";
        return field.Arguments.Count > 0
            ? $"{name} has no resolver: bind one. It has arguments, so no property of {clrType.Name} is taken for it."
            : $"{name} has no resolver: bind one, or give {clrType.Name} a property of that name.";
    }

    private void Check(ValueResolver resolver, Field field, string name, ObjectType type, Type? clrType)
    {
        var isRoot = type == schema.QueryType || type == schema.MutationType || type == schema.SubscriptionType;
        if (isRoot && resolver.ParentType != typeof(object))
            problems.Add($"{name} takes a parent of type {resolver.ParentType.Name}; a root field takes object.");
        if (!isRoot && clrType is not null && !resolver.ParentType.IsAssignableFrom(clrType))
            problems.Add($"{name} takes a parent of type {resolver.ParentType.Name}, but {type} is bound to {clrType.Name}.");
        if (ResultTypes.Mismatch(resolver.ValueType, field.Type) is { } mismatch) problems.Add($"{name}: {mismatch}.");
    }

    private void ReportLeftOver()
    {
        foreach (var name in bindings.Resolvers.Keys)
        {
            var parts = name.Split('.');
            if (parts.Length != 2 || schema.Types.Find(parts[0]) is not ObjectType type || !type.Fields.Contains(parts[1]))
                problems.Add($"A resolver is bound to {name}, which is no field of an object type in the schema.");
        }
    }

    private void BindAbstractTypes()
    {
        foreach (var name in bindings.TypeNames.Keys.Where(name => schema.Types.Find(name) is not CompositeType { IsAbstract: true }))
            problems.Add($"Bindings name the interface or union {name}, which the schema does not define.");
        foreach (var type in schema.Types.OfType<CompositeType>().Where(type => type.IsAbstract))
        {
            if (bindings.TypeNames.ContainsKey(type.Name)) continue;
            foreach (var possible in schema.PossibleTypes(type).Where(possible => possible.ClrType is null))
            {
                problems.Add($"A value of {type} cannot be told to be of type {possible}: "
                    + $"bind Type<…>(\"{possible}\"), or Abstract(\"{type}\", …).");
            }
        }
        schema.AbstractTypes = new AbstractTypes(schema.Types, bindings.TypeNames, schema.Types.OfType<ObjectType>());
    }

    private delegate TValue GetByReference<TParent, out TValue>(ref TParent parent) where TParent : struct;
}
