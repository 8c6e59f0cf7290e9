using System.ComponentModel.DataAnnotations;
using PaperGraph.Ingest.Fetching;

namespace PaperGraph.Commands;

/// <summary>What the configuration, which is environment variables, says of fetching: <c>Fetch__Contact</c>.</summary>
internal static class FetchSettings
{
    public const string Section = "Fetch";

    public static FetchOptions Read(IConfiguration configuration, string? contact = null)
    {
        FetchOptions settings;
        try
        {
            settings = configuration.GetSection(Section).Get<FetchOptions>() ?? new();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new CommandFailure(
                $"A setting of fetching cannot be read: {unreadable.Message} Mend or remove the variable.", unreadable);
        }
        if (contact is not null) settings.Contact = contact;
        try
        {
            Validator.ValidateObject(settings, new ValidationContext(settings), validateAllProperties: true);
        }
        catch (ValidationException wrong)
        {
            throw new CommandFailure($"A setting of fetching is wrong: {wrong.Message} Mend or remove the variable.", wrong);
        }
        return settings;
    }
}
