namespace Awards.Domain.Municipalities;

/// <summary>A municipality, district or association as an edition of the register has it, with the names of those above it.</summary>
/// <param name="Key">Official key: eight digits (AGS), districts five, associations nine.</param>
/// <param name="RegionalKey">Twelve digits (ARS): district, association, municipality; districts five, associations nine.</param>
/// <param name="Name">As people say it: "Landkreis Osnabrück".</param>
/// <param name="OfficialName">As the register has it: "Osnabrück".</param>
/// <param name="Population">Inhabitants; of districts and associations the sum over their municipalities.</param>
/// <param name="AreaHectares">Hectares; of districts and associations the sum over their municipalities.</param>
public sealed record RegisterUnit(MunicipalityKind Kind, string Key, string RegionalKey, string Name, string OfficialName, string TextKey, string State,
    string? DistrictKey, string? DistrictName, string? AssociationKey, string? AssociationName, int Population, int AreaHectares, string? Postcode)
{
    /// <summary>
    /// All units of an edition: districts (text keys 43–45), associations (51–58) and municipalities. An independent city comes once, as a
    /// municipality; its records as a district (41, 42) and as its own association (50) are left out.
    /// </summary>
    public static IReadOnlyList<RegisterUnit> Of(RegisterEdition edition)
    {
        var districts = edition.Records.Where(record => record.Type == "40" && TextKeys.TypeOf(record.TextKey) == MunicipalityType.District).ToDictionary(record => record.Key);
        var associations = edition.Records.Where(record => record.Type == "50" && record.TextKey != "50").ToDictionary(record => record.Key + record.Association);
        var municipalities = edition.Records.Where(record => record.Type == "60").ToList();
        var ofDistrict = municipalities.ToLookup(record => record.Key[..5]);
        var ofAssociation = municipalities.ToLookup(record => record.Key[..5] + record.Association);

        RegisterUnit Unit(MunicipalityKind kind, RegisterRecord record, string key, string regional, bool inDistrict, bool inAssociation, IEnumerable<RegisterRecord> parts)
        {
            var district = inDistrict ? districts.GetValueOrDefault(record.Key[..5]) : null;
            var association = inAssociation ? associations.GetValueOrDefault(record.Key[..5] + record.Association) : null;
            var members = parts.ToList();
            return new(kind, key, regional, MunicipalityNames.Spoken(record.Name, record.TextKey), record.Name, record.TextKey, RegisterStates.CodeOf(record.Key[..2])!,
                district?.Key, district is null ? null : MunicipalityNames.Spoken(district.Name, district.TextKey), association is null ? null : association.Key + association.Association, association?.Name,
                members.Sum(each => each.Population), members.Sum(each => each.AreaHectares), record.Postcode.Length == 0 ? null : record.Postcode);
        }

        return
        [
            .. districts.Values.Select(record => Unit(MunicipalityKind.District, record, record.Key, record.Key, false, false, ofDistrict[record.Key])),
            .. associations.Values.Select(record => Unit(MunicipalityKind.Association, record, record.Key + record.Association, record.Key + record.Association, true, false, ofAssociation[record.Key + record.Association])),
            .. municipalities.Select(record => Unit(MunicipalityKind.Municipality, record, record.Key, record.Key[..5] + record.Association + record.Key[5..], true, true, [record])),
        ];
    }
}
