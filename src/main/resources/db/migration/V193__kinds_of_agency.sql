-- What an agency is called more exactly than its type (a ward, a commune, a special zone) is data: the ministry adds kinds as the law does.
CREATE TABLE agency_kind (
    code    VARCHAR(30) NOT NULL PRIMARY KEY,
    type    VARCHAR(30) NOT NULL COMMENT 'Key of the type of agency by which rounds, models and targets count.',
    name    VARCHAR(80) NOT NULL COMMENT 'As names of such agencies begin.',
    name_en VARCHAR(80) NOT NULL,
    name_de VARCHAR(80) NOT NULL,
    place   INT         NOT NULL COMMENT 'Order in which lists show it.'
) COMMENT 'What agencies of a type are called more exactly.';
INSERT INTO agency_kind (code, type, name, name_en, name_de, place) VALUES
    ('city', 'province', 'Thành phố', 'City', 'Stadt', 1),
    ('province', 'province', 'Tỉnh', 'Province', 'Provinz', 2),
    ('ward', 'commune', 'Phường', 'Ward', 'Stadtbezirk', 3),
    ('commune', 'commune', 'Xã', 'Commune', 'Gemeinde', 4),
    ('special-zone', 'commune', 'Đặc khu', 'Special zone', 'Sonderzone', 5);
