using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperGraph.GraphQL.Execution;

internal static class ResultWriter
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly JsonWriterOptions Options = new() { Encoder = Encoder, SkipValidation = true, MaxDepth = int.MaxValue };
}
