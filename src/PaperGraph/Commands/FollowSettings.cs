using System.ComponentModel.DataAnnotations;
using PaperGraph.Ingest.Following;

namespace PaperGraph.Commands;

/// <summary>What the configuration, which is environment variables, says of following: <c>Follow__Daily</c>.</summary>
internal static class FollowSettings
{
    public static FollowOptions Read(IConfiguration configuration)
    {
        try
        {
            var options = configuration.GetSection("Follow").Get<FollowOptions>() ?? new();
            Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
            return options;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ValidationException)
        {
            throw new CommandFailure($"A setting of following is wrong: {wrong.Message} Mend or remove the variable.", wrong);
        }
    }
}
