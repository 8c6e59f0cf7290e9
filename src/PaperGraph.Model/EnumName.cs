using System.Collections.Frozen;
using System.Text;

namespace PaperGraph.Model;

/// <summary>How the members of an enum are stored, and named by the graph: <c>OwnsCode</c> as <c>OWNS_CODE</c>.</summary>
public static class EnumName
{
    public static string For<T>(T value)
        where T : struct, Enum => NameTable<T>.ByValue[value];

    /// <summary>The name of a member whose enum is known at run time alone.</summary>
    public static string For(Enum value) => UpperSnake(value.ToString());

    /// <exception cref="FormatException">No member of the enum has that name.</exception>
    public static T Parse<T>(string name)
        where T : struct, Enum => NameTable<T>.ByName.TryGetValue(name, out var value)
            ? value
            : throw new FormatException($"\"{name}\" is no {typeof(T).Name}; it is one of {string.Join(", ", All<T>())}.");

    /// <summary>All names, in the order in which the enum declares its members.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(For);

    private static string UpperSnake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('_');
            text.Append(char.ToUpperInvariant(letter));
        }
        return text.ToString();
    }

    private static class NameTable<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => UpperSnake(value.ToString()));

        public static readonly FrozenDictionary<string, T> ByName =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}
