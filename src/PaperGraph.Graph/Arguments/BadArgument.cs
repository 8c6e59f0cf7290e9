using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph.Arguments;

/// <summary>The failure of a field whose argument its type allows and the field does not.</summary>
internal static class BadArgument
{
    public const string Code = "BAD_USER_INPUT";

    /// <param name="message">What is wrong and what to give instead; for the one who asked.</param>
    public static FieldFailureException Create(string message) => new FieldFailure(message, Code).ToException();

    /// <summary>A failure about one value, which the message and the error's <c>extensions.argument</c> name.</summary>
    /// <param name="at">The position of the value among the arguments.</param>
    /// <param name="message">Goes on behind the value's place: "has 600 characters; give 500 at most."</param>
    /// <param name="suggestions">Values that may have been meant; null where none are looked for.</param>
    public static FieldFailureException Create(ArgumentPath at, string message, IReadOnlyList<string>? suggestions = null)
    {
        var extensions = new Dictionary<string, object?> { ["argument"] = at.ToString() };
        if (suggestions is not null) extensions["suggestions"] = suggestions;
        return new FieldFailure($"`{at}` {message}", Code) { Extensions = extensions }.ToException();
    }
}
