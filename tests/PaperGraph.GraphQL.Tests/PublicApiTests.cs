using System.Reflection;

namespace PaperGraph.GraphQL.Tests;

/// <summary>PublicApi.txt lists what others can use; changing that changes the file in the same commit.</summary>
public sealed class PublicApiTests
{
    private static readonly string File = RepositoryRoot.Combine("src", "PaperGraph.GraphQL", "PublicApi.txt");

    [Fact]
    public void The_public_surface_is_the_one_that_is_written_down()
    {
        var actual = string.Join("\n", typeof(Engine).Assembly.GetExportedTypes().OrderBy(type => type.FullName).Select(Describe)) + "\n";
        if (Environment.GetEnvironmentVariable("PAPERGRAPH_ACCEPT_SNAPSHOTS") == "1") System.IO.File.WriteAllText(File, actual);

        actual.ShouldBe(
            System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"),
            "The public surface changed. With PAPERGRAPH_ACCEPT_SNAPSHOTS=1 the test writes it to PublicApi.txt.");
    }

    private static string Describe(Type type)
    {
        var bases = type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(found => !found.Name.StartsWith("IEquatable", StringComparison.Ordinal))
            .Select(Name);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            bases = bases.Prepend(Name(parent));
        var heading = $"{Kind(type)} {type.Namespace}.{Name(type)}{(bases.Any() ? $" : {string.Join(", ", bases)}" : "")}";
        return string.Join("\n", Members(type).Order(StringComparer.Ordinal).Distinct().Select(member => $"    {member}").Prepend(heading));
    }

    private static string Kind(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type)) return "delegate";
        if (type.IsEnum) return "enum";
        if (type.IsInterface) return "interface";
        var kind = type.IsValueType ? "struct" : type.GetMethod("<Clone>$") is null ? "class" : "record";
        if (type.IsValueType) return kind;
        return type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? $"abstract {kind}" : type.IsSealed ? $"sealed {kind}" : kind;
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type);
        if (typeof(Delegate).IsAssignableFrom(type)) return [Signature(type.GetMethod("Invoke")!)];
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMembers(Declared).Where(IsSeen).Select(DescribeMember).OfType<string>();
    }

    private static bool IsSeen(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.Name.Contains('<') && !IsOfRecord(method),
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetMethod is { } get && (get.IsPublic || get.IsFamily) && property.Name != "EqualityContract",
        _ => false,
    };

    /// <summary>What the compiler writes for every record, and what every object has.</summary>
    private static bool IsOfRecord(MethodBase method) =>
        method.Name is "PrintMembers" or "Deconstruct" or "op_Equality" or "op_Inequality" or "GetHashCode" or "Equals" or "ToString" or "Finalize"
        || (method.IsConstructor && method.IsFamily && method.GetParameters() is [{ } copied] && copied.ParameterType == method.DeclaringType);

    private static string? DescribeMember(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => constructor.IsStatic ? null : $"new({Parameters(constructor)})",
        MethodInfo { IsSpecialName: true } method => method.Name.StartsWith("op_", StringComparison.Ordinal) ? Signature(method) : null,
        MethodInfo method => Signature(method),
        PropertyInfo property => $"{Static(property.GetMethod!)}{Name(property.PropertyType)} {property.Name} {{ get;{Setter(property)} }}",
        FieldInfo field => $"{(field.IsLiteral ? "const" : "static")} {Name(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static string Setter(PropertyInfo property) => property.SetMethod is not { IsPublic: true } set
        ? ""
        : set.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ? " init;" : " set;";

    private static string Signature(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        var modifier = method.IsAbstract ? "abstract " : method.IsFamily ? "protected " : "";
        return $"{Static(method)}{modifier}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));

    private static string Name(Type type)
    {
        if (type.IsByRef) return $"ref {Name(type.GetElementType()!)}";
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[]";
        if (type.IsNested && !type.IsGenericParameter) return $"{Name(type.DeclaringType!)}.{type.Name}";
        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }
}
