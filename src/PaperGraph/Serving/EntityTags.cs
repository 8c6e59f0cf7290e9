using System.IO.Hashing;
using Microsoft.Net.Http.Headers;

namespace PaperGraph.Serving;

/// <summary>Answers that a client holds already are not sent again (RFC 9110, section 13).</summary>
internal static class EntityTags
{
    /// <summary>
    /// Tags the answer by its content. Where the client holds the same, the answer becomes 304, and there is nothing to be sent.
    /// </summary>
    public static bool HoldsAlready(this HttpContext context, ReadOnlySpan<byte> content)
    {
        // A weak tag, since the same content may be sent compressed or not.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(XxHash128.Hash(content))}\"", isWeak: true);
        context.Response.Headers.ETag = tag.ToString();

        var holds = EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var held)
            && held.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false));
        if (holds) context.Response.StatusCode = StatusCodes.Status304NotModified;
        return holds;
    }
}
