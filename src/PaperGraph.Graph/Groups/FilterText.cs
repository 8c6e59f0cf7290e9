using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperGraph.Model;

namespace PaperGraph.Graph.Groups;

/// <summary>A field of an input object, its value as a literal of GraphQL.</summary>
internal sealed record FilterField(string Name, string Value);

/// <summary>Filters of papers as literals of GraphQL, such as <c>{ concepts: { any: ["grpo"] } }</c>.</summary>
internal static class FilterText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Inputs = new();

    /// <summary>All conditions at once; a condition whose field is taken by another already goes under <c>and</c>.</summary>
    /// <param name="where">The fields of a filter.</param>
    /// <param name="more">A field for each dimension of a group.</param>
    public static string All(IReadOnlyList<FilterField> where, IEnumerable<FilterField> more)
    {
        var fields = where.ToList();
        foreach (var field in more)
        {
            var and = fields.FindIndex(given => given.Name == "and");
            if (fields.Contains(field)) continue;
            if (!fields.Exists(given => given.Name == field.Name)) fields.Add(field);
            else if (and < 0) fields.Add(new FilterField("and", $"[{Literal([field])}]"));
            else if (fields[and].Value == "[]") fields[and] = new FilterField("and", $"[{Literal([field])}]");
            else fields[and] = new FilterField("and", $"{fields[and].Value[..^1]}, {Literal([field])}]");
        }
        return Literal(fields);
    }

    /// <summary>The fields of an input object that were given, but for those that have their defaults.</summary>
    /// <param name="input">What the input object was made into: its constructor has a parameter for each field.</param>
    public static IReadOnlyList<FilterField> Fields(object input) =>
    [
        .. from property in Inputs.GetOrAdd(input.GetType(), GetProperties)
           let value = property.GetValue(input)
           where value is not null && !IsDefault(property.PropertyType, value)
           select new FilterField(char.ToLowerInvariant(property.Name[0]) + property.Name[1..], Literal(value)),
    ];

    public static string Literal(string text) => JsonSerializer.Serialize(text, Readable);

    public static string Literal(DateOnly day) => $"\"{Scalars.Write(day)}\"";

    private static string Literal(IReadOnlyList<FilterField> fields) =>
        fields.Count == 0 ? "{}" : $"{{ {string.Join(", ", fields.Select(field => $"{field.Name}: {field.Value}"))} }}";

    private static string Literal(object value) => value switch
    {
        string text => Literal(text),
        bool truth => truth ? "true" : "false",
        DateOnly day => Literal(day),
        DateTime moment => $"\"{Scalars.Write(moment)}\"",
        Enum member => EnumName.For(member),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Literal))}]",
        _ => Literal(Fields(value)),
    };

    /// <summary>An input field that cannot be null has a default, which is the first value of its type.</summary>
    private static bool IsDefault(Type type, object value) => type.IsValueType && value.Equals(Activator.CreateInstance(type));

    private static PropertyInfo[] GetProperties(Type input) =>
        [.. input.GetConstructors()[0].GetParameters().Select(parameter => input.GetProperty(parameter.Name!)!)];
}
