using PaperGraph.GraphQL.Execution;

namespace PaperGraph.Graph;

/// <summary>The failure of a field whose argument its type allows and the field does not.</summary>
internal static class BadArgument
{
    public const string Code = "BAD_USER_INPUT";

    /// <param name="message">What is wrong and what to give instead; for the one who asked.</param>
    public static FieldFailureException Of(string message) => new FieldFailure(message, Code).ToException();
}
